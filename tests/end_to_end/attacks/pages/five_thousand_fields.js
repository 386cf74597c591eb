whenLoaded(() => {
  for (let number = 0; number < 5_000; number += 1) {
    document.forms[0].append(Object.assign(document.createElement('input'), { name: `n${number}`, hidden: true }));
  }
});
