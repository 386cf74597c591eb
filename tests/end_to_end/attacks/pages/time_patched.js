const start = performance.now();
performance.now = () => start + 1e9;
Date.now = () => 1e15;
globalThis.setTimeout = (act) => act?.();
globalThis.requestAnimationFrame = () => 0;
globalThis.IntersectionObserver = class { observe() {} disconnect() {} };
whenShown((host) => host.click());
