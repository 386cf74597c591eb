whenShown(() => again(() => document.querySelector('#go')?.click()));
