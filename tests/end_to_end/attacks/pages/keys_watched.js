// Which keys are pressed on the card, one after the other, tells as much. Esc and Shift are the page's.
let mine = null;
whenShown((host) => (mine = host));
for (const type of ['keydown', 'keypress', 'keyup']) {
  addEventListener(type, ({ target, key }) => mine && target === mine && !['Escape', 'Shift'].includes(key) && learned(`${type} ${key}`), true);
}
