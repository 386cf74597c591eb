whenShown(() => again(() => (document.documentElement.inert = true), 20));
