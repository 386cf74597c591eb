whenShown(() => again(() => (location.hash = String(Math.random())), 100));
