const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  ::view-transition { background: orange; pointer-events: none; }
  ::view-transition-group(*), ::view-transition-old(*), ::view-transition-new(*) { animation-duration: 60s; opacity: 0; pointer-events: none; }
`);
document.adoptedStyleSheets = [sheet];
whenFirstShown(() => setTimeout(() => document.startViewTransition(() => undefined), 300));
