"""What leaves in every copy, whoever it is for: the hosts of trackers and the addresses they were told, cut so that neither spells what
somebody typed. The last step of core/evidence_of.py and of history/evidence.py. Pure.
"""

from msgspec.structs import replace

from netcurtain.core.domains import host_of
from netcurtain.core.evidence import Evidence, EvidencePage, EvidenceRequest
from netcurtain.core.redacting_addresses import with_told_addresses
from netcurtain.core.redacting_hosts import told_host


def leaving(evidence: Evidence) -> Evidence:
    """The evidence as it may leave. A page's own address and title are its own words, and stay."""
    return replace(
        evidence, pages=tuple(replace(page, requests=tuple(_request(one, page) for one in page.requests)) for page in evidence.pages)
    )


def _request(request: EvidenceRequest, page: EvidencePage) -> EvidenceRequest:
    own_host = host_of(page.address)
    initiator = host_of(request.initiator)
    return replace(
        request,
        host=told_host(request.host, request.filter, own_host),
        initiator=request.initiator.replace(initiator, told_host(initiator, request.filter, own_host), 1) if initiator else "",
        events=with_told_addresses(request.events, page.address),
    )
