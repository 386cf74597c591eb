whenFirstShown((host) =>
  setTimeout(() => {
    host.style.cssText = 'display:none !important; opacity:0 !important; visibility:hidden !important; transform:scale(0) !important';
    Object.assign(host, { hidden: true, inert: true, slot: 'nowhere', dir: 'rtl', className: 'gone', id: 'gone', popover: 'manual' });
  }, 100),
);
