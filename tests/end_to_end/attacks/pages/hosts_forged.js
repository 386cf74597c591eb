// Two thousand elements where the card stands, all with roots of their own.
whenFirstShown(() => {
  for (let number = 0; number < 2_000; number += 1) {
    const one = document.createElement('div');
    one.dataset.mine = '';
    one.attachShadow({ mode: 'closed' }).append(document.createElement('dialog'));
    document.documentElement.append(one);
  }
});
