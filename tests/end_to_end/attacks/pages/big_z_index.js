whenShown(() => document.documentElement.append(cover()));
