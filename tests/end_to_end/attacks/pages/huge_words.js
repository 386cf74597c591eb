const huge = 'When did it happen? '.repeat(50_000);
document.title = `Report rape or sexual assault ${huge}`;
whenLoaded(() => {
  document.querySelector('#when').placeholder = huge;
  document.querySelector('#when').setAttribute('aria-label', huge);
  document.querySelector('legend').append(huge);
});
