whenShown((host) => {
  const spoil = () => {
    host.setAttribute('style', 'display:none !important; zoom:.01 !important');
    host.setAttribute('inert', '');
    host.setAttribute('hidden', 'until-found');
  };
  spoil();
  again(spoil);
});
