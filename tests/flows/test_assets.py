"""A release as an asset made of raw articles."""

import pytest
from prefect.assets import Asset

from flows.assets import KEY_CHARS, asset_key

PLACES = ["s3://noticias/raw", "/datos/año 2024 [50%]/«prensa»", "/" + "carpeta/" * 100, "raw"]


@pytest.mark.parametrize("place", PLACES)
def test_asset_key_is_one_that_prefect_takes_and_no_other_folder_has(place):
    key = asset_key(place)
    assert Asset(key=key).key == key
    assert len(key) <= KEY_CHARS
    assert asset_key(f"{place}/2024") != key
