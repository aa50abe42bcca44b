/** What Channel.io sends and takes: the fields that this component knows; others are ignored. */
package io.github.camelhelpdesk.channelio.model;
