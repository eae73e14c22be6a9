'use strict';
(() => {
  const all = [...document.querySelectorAll('article.pair')];
  const stops = all.filter((row) => row.classList.contains('stop'));
  const status = document.getElementById('status');
  const shown = (row) => row.getClientRects().length > 0;
  document.documentElement.classList.add('js');

  const say = (text) => { status.textContent = text; };

  const count = () => {
    const left = all.filter((row) => shown(row) || row.closest('details')?.getClientRects().length).length;
    say(left === all.length ? `All ${all.length} pairs shown` : `${left} of ${all.length} pairs shown`);
  };

  // The row last gone to; none once the reader has scrolled away by hand.
  let current = null;
  const leave = () => { current = null; };

  const go = (step) => {
    const rows = stops.filter(shown);
    let index = rows.indexOf(current) + step;
    if (!current || !shown(current)) {
      const below = rows.findIndex((row) => row.getBoundingClientRect().top > 60);
      index = step > 0 ? below : (below < 0 ? rows.length : below) - 1;
    }
    const row = rows[index];
    if (!row) {
      say(rows.length ? (step > 0 ? 'No further place to look at' : 'No earlier place to look at') : 'No place to look at is shown');
      return;
    }
    current = row;
    // Replacing keeps the way back to the page before, and moves :target along.
    location.replace('#' + row.id);
    row.querySelector('h3').focus({ preventScroll: true });
  };

  const arrived = () => {
    const row = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (row && stops.includes(row)) current = row;
  };

  document.getElementById('next').addEventListener('click', () => go(1));
  document.getElementById('previous').addEventListener('click', () => go(-1));
  document.querySelector('.filters').addEventListener('change', count);
  addEventListener('hashchange', arrived);
  addEventListener('wheel', leave, { passive: true });
  addEventListener('touchmove', leave, { passive: true });
  addEventListener('keydown', (event) => {
    if (['PageDown', 'PageUp', 'Home', 'End', 'ArrowDown', 'ArrowUp', ' '].includes(event.key)) leave();
    if (event.ctrlKey || event.metaKey || event.altKey || !document.getElementById('keys').checked) return;
    if (event.key === 'n') go(1);
    else if (event.key === 'p') go(-1);
  });

  document.addEventListener('click', async (event) => {
    const link = event.target.closest('a.copy');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    try {
      await navigator.clipboard.writeText(link.href);
      say('Link copied');
      link.classList.add('done');
      setTimeout(() => link.classList.remove('done'), 1500);
    } catch {
      say('The link is in the address bar');
    }
  });

  count();
  arrived();
})();
