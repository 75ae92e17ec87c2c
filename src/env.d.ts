/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    /** The page that the press passes to its route. Absent in the authoring server. */
    page?: import('./paper/open-page.ts').OpenPage;
  }
}
