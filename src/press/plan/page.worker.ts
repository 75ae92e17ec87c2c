import { answerPageTasks } from '../../content/store/answer-page-tasks.ts';
import { getPageTaskOptions } from '../../paper/site-context.ts';

answerPageTasks(getPageTaskOptions());
