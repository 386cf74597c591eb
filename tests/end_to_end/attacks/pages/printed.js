window.print = window.print.bind(window);
whenFirstShown(() => setTimeout(() => print(), 50));
