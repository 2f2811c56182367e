"""Redeems coupon codes for the campaigns of one shop; a code counts once in a campaign."""
import hashlib
import logging

logger = logging.getLogger(__name__)


def code_for(campaign: str, customer: int) -> str:
    return hashlib.sha256(f"{campaign}/{customer}".encode()).hexdigest()


def redeem(campaign: str, customers, seen=set()) -> int:
    """Returns the number of customers that got the rebate."""
    granted = 0
    for customer in customers:
        code = code_for(campaign, customer)
        if code in seen:
            logger.debug("%s: second use of %s", campaign, code)
            continue
        seen.add(code)
        granted += 1
    return granted


def main():
    total = 0
    for week in range(120):
        campaign = f"week-{week}"
        customers = [n % 400 for n in range(600)]
        total += redeem(campaign, customers)
    print("granted", total)


if __name__ == "__main__":
    main()
