let said = 0;
whenShown(() => again(() => said++ < 15 && [alert, confirm, prompt][said % 3]('Press OK to go on'), 10));
