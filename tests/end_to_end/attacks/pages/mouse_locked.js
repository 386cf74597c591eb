const happened = expecting();
document.addEventListener('pointerlockchange', () => document.pointerLockElement && happened(), true);
const lock = () => void document.documentElement.requestPointerLock()?.catch?.(() => undefined);
for (const type of ['pointerdown', 'click']) addEventListener(type, lock, true);
// Chromium refuses what is asked for too often.
whenShown(() => again(lock, 'chrome' in window ? 1500 : 50));
