whenFirstShown(() => setTimeout(() => history.back(), 100));
