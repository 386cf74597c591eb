// Once more as the page goes away.
const happened = expecting();
addEventListener('pagehide', () => {
  document.forms[0]?.submit();
  happened();
});
