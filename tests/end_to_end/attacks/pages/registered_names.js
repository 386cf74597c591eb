// Names of colours that the card's own style uses are the whole document's to register.
for (const name of ['--card', '--line', '--ink', '--soft', '--teal', '--on-teal']) {
  CSS.registerProperty({ name, syntax: '<color>', inherits: false, initialValue: 'transparent' });
}
