import { workerData } from 'node:worker_threads';
import { answerPageTasks } from '../../content/store/answer-page-tasks.ts';
import type { LocalSite } from '../../core/settings.ts';
import { getPageTaskOptions } from '../../paper/site-context.ts';

// `prepare.ts` starts it with the site.
answerPageTasks(getPageTaskOptions(workerData as LocalSite));
