#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Rewrites x_m and y_m in data/geo/pc4.csv from its own lat and lon.

Rijksdriehoek (EPSG:28992) in whole metres, by the polynomial approximation of Schreutelkamp and Strang van Hees;
inside the Netherlands the error is well under a metre. Decimal arithmetic, so that every machine writes the same bytes.

    python3 tools/make_geo.py            rewrite the file
    python3 tools/make_geo.py --check    exit 1 when the file is not what would be written
"""
import csv
import io
import pathlib
import sys
from decimal import ROUND_HALF_UP, Decimal

PC4 = pathlib.Path(__file__).resolve().parent.parent / "data" / "geo" / "pc4.csv"
COLUMNS = ["pc4", "place", "lat", "lon", "quality", "x_m", "y_m"]

# The origin (Amersfoort) in WGS84 and in Rijksdriehoek.
LAT_0, LON_0 = Decimal("52.15517440"), Decimal("5.38720621")
X_0, Y_0 = Decimal(155000), Decimal(463000)

# (power of latitude, power of longitude, coefficient)
X_TERMS = [
    (0, 1, "190094.945"), (1, 1, "-11832.228"), (2, 1, "-114.221"), (0, 3, "-32.391"), (1, 0, "-0.705"),
    (3, 1, "-2.340"), (1, 3, "-0.608"), (0, 2, "-0.008"), (2, 3, "0.148"),
]
Y_TERMS = [
    (1, 0, "309056.544"), (0, 2, "3638.893"), (2, 0, "73.077"), (1, 2, "-157.984"), (3, 0, "59.788"),
    (0, 1, "0.433"), (2, 2, "-6.439"), (1, 1, "-0.032"), (0, 4, "0.092"), (1, 4, "-0.054"),
]


def polynomial(terms, lat, lon):
    return sum(Decimal(c) * lat**p * lon**q for p, q, c in terms)


def to_rijksdriehoek(lat, lon):
    d_lat = Decimal("0.36") * (Decimal(lat) - LAT_0)
    d_lon = Decimal("0.36") * (Decimal(lon) - LON_0)
    x, y = X_0 + polynomial(X_TERMS, d_lat, d_lon), Y_0 + polynomial(Y_TERMS, d_lat, d_lon)
    return tuple(int(value.to_integral_value(ROUND_HALF_UP)) for value in (x, y))


def rewritten(text):
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n", extrasaction="ignore")
    writer.writeheader()
    for row in csv.DictReader(io.StringIO(text)):
        row["x_m"], row["y_m"] = to_rijksdriehoek(row["lat"], row["lon"])
        writer.writerow(row)
    return out.getvalue()


def main():
    before = PC4.read_text(encoding="utf-8")
    after = rewritten(before)
    if "--check" in sys.argv[1:]:
        sys.exit(0 if after == before else 1)
    PC4.write_text(after, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
