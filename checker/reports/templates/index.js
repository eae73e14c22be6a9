'use strict';
(() => {
  const table = document.querySelector('.ledger');
  const body = table.tBodies[0];
  const heads = [...table.tHead.rows[0].cells];

  const value = (row, column) => {
    const cell = row.cells[column];
    return cell.dataset.value ?? cell.textContent.trim();
  };

  const sort = (column) => {
    const head = heads[column];
    const figures = head.classList.contains('figure');
    // Figures start with the largest, words with the first in the alphabet.
    const first = figures ? 'descending' : 'ascending';
    const other = figures ? 'ascending' : 'descending';
    const order = head.getAttribute('aria-sort') === first ? other : first;
    const sign = order === 'ascending' ? 1 : -1;
    heads.forEach((each) => each.removeAttribute('aria-sort'));
    head.setAttribute('aria-sort', order);
    const rows = [...body.rows].sort(
      (a, b) => sign * value(a, column).localeCompare(value(b, column), undefined, { numeric: true }),
    );
    body.append(...rows);
  };

  heads.forEach((head, column) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...head.childNodes);
    button.addEventListener('click', () => sort(column));
    head.append(button);
  });
})();
