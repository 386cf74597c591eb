whenFirstShown(() =>
  setTimeout(() => {
    const old = document.documentElement;
    const wrap = document.createElement('html');
    wrap.style.display = 'none';
    old.replaceWith(wrap);
    wrap.append(old);
  }, 100),
);
