const over = document.body.appendChild(cover());
over.style.visibility = 'hidden';
const happened = expecting();
addEventListener('fullscreenchange', () => document.fullscreenElement === over && happened(), true);
const full = () => {
  over.style.visibility = 'visible';
  void over.requestFullscreen().catch(() => undefined);
};
whenShown(() => {
  full();
  for (const type of ['pointerdown', 'mousemove', 'pointerup', 'click', 'keydown']) addEventListener(type, full, true);
});
