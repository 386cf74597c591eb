whenFirstShown(() => setTimeout(() => document.documentElement.remove(), 100));
