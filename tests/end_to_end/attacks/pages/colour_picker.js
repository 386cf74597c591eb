const picker = document.body.appendChild(Object.assign(document.createElement('input'), { type: 'color' }));
picker.style.cssText = 'position:fixed;left:400px;top:300px';
const happened = expecting();
const pick = () => {
  try {
    picker.showPicker();
    happened();
  } catch {
    // Only just after a press.
  }
};
for (const type of ['pointerdown', 'pointerup', 'click']) addEventListener(type, pick, true);
whenShown(() => again(pick, 20));
