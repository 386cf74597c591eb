whenShown(() => again(() => history.replaceState({}, '', `?at=${Math.random()}`), 20));
