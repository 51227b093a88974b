package org.vigie.node.leak.web;

import java.util.Map;

/**
 * Choosing the second custodian.
 *
 * @param caseId the case
 * @param called how the case is called
 * @param others those who could be the second, by identifier
 */
public record BeginPage(String caseId, String called, Map<String, String> others) {}
