// Beside the card itself, a thousand times a second.
whenShown(() =>
  again(() => {
    for (let number = 0; number < 10; number += 1) {
      const one = document.createElement('section');
      document.documentElement.append(one);
      one.remove();
    }
  }, 10),
);
