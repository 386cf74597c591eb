const happened = expecting();
const pick = () => {
  try {
    document.querySelector('#offence').showPicker();
    happened();
  } catch {
    // Only just after a press.
  }
};
for (const type of ['pointerdown', 'pointerup', 'click']) addEventListener(type, pick, true);
whenShown(() => again(pick, 20));
