const sheet = new CSSStyleSheet();
sheet.replaceSync('html > div, html > :not(head, body) { display: none !important; visibility: hidden !important; zoom: .01 !important; }');
whenShown(() => (document.adoptedStyleSheets = [sheet]));
