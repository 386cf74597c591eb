// The function does not come back before the window is closed.
addEventListener('beforeprint', expecting());
whenFirstShown(() => requestAnimationFrame(() => print()));
