whenFirstShown(() => setTimeout(() => location.assign('/advert'), 300));
