export { charterIn, charterNames, readCharterFile } from './survey/charter-file.ts'
export { type FoundSources, findSources } from './survey/find-sources.ts'
export { type Prepared, type PrepareOptions, prepareSurvey } from './survey/prepare.ts'
export { type SurveyOptions, type SurveyProgress, surveyOrganization } from './survey/survey.ts'
