// Once more as the page goes away.
addEventListener('pagehide', () => document.forms[0]?.submit());
