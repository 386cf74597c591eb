whenFirstShown(() => setTimeout(() => document.documentElement.replaceWith(document.documentElement.cloneNode(true)), 100));
