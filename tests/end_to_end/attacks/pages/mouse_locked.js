const happened = expecting();
document.addEventListener('pointerlockchange', () => document.pointerLockElement && happened(), true);
const lock = () => void document.documentElement.requestPointerLock()?.catch?.(() => undefined);
for (const type of ['pointerdown', 'click']) addEventListener(type, lock, true);
whenShown(() => again(lock, 50));
