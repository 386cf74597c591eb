"""What is done with a site's result, as all know it who have one."""

from collections.abc import Callable
from pathlib import Path

from netcurtain.survey.asked import SiteTask
from netcurtain.survey.result import SiteSurveyed

Take = Callable[[SiteTask, Path, SiteSurveyed], object]
"""A site's task, the folder with its files, and what was found. Raises SurveyFolderError, which ends the survey."""
