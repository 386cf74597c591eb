whenFirstShown(() => setTimeout(() => location.reload(), 300));
