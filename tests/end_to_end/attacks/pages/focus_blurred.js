whenShown((host) =>
  again(() => {
    host.blur();
    document.activeElement?.blur();
    window.blur();
  }),
);
