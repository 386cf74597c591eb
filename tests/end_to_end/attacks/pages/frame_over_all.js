const happened = expecting();
whenFirstShown(() => {
  const over = document.body.appendChild(cover('iframe'));
  over.src = 'https://www.greyshire-adverts.example/advert';
  over.popover = 'manual';
  over.onload = () => {
    over.showPopover();
    happened();
  };
});
