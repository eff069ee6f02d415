export { type SurveyOptions, type SurveyProgress, surveyOrganization } from './survey/survey.ts'
