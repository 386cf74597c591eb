const happened = expecting();
addEventListener('beforeunload', (event) => {
  event.preventDefault();
  happened();
});
whenShown(() => again(() => history.pushState({}, '', `#${Math.random()}`), 50));
