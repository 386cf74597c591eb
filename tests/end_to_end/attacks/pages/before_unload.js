addEventListener('beforeunload', (event) => event.preventDefault());
whenShown(() => again(() => history.pushState({}, '', `#${Math.random()}`), 50));
