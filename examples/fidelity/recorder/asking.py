"""Asks the service what the calls ask, one after another."""
from botocore.exceptions import ClientError

from .outcome import redact, shape_of, told
from .service import error_of
from .values import MissingAnswer, Values

TAG = {"Key": "made-by", "Value": "fidelity-recorder"}


def key_calls(keys):
    """The calls that make the keys: imported under RSA where a value is given, so that two services have the same one."""
    yield {"ask": "a token for keys", "call": "GetParametersForImport", "with": {"KeyMaterialType": "KEY_CRYPTOGRAM", "WrappingKeyAlgorithm": "RSA_3072"},
           "name": "keys", "tell": []}
    for name, key in keys.items():
        attributes = {"KeyUsage": key["usage"], "KeyAlgorithm": key["algorithm"], "KeyClass": key.get("class", "SYMMETRIC_KEY"),
                      "KeyModesOfUse": dict.fromkeys(key["modes"].split(), True)}
        call = {"ask": f"the key {name}", "name": name, "tell": ["Key.KeyCheckValue"] if "value" in key else []}
        if "value" in key:
            cryptogram = {"$oaep": {"for": "$keys.WrappingKeyCertificate", "value": key["value"]}}
            material = {"KeyAttributes": attributes, "Exportable": True, "ImportToken": "$keys.ImportToken", "WrappedKeyCryptogram": cryptogram}
            yield {**call, "call": "ImportKey", "with": {"KeyMaterial": {"KeyCryptogram": material}}}
        else:
            more = {"DeriveKeyUsage": key["derives"]} if "derives" in key else {}
            yield {**call, "call": "CreateKey", "with": {"KeyAttributes": attributes, "Exportable": True, **more}}


def ask(service, calls, ledger=None, account_settings=False):
    """Sends the calls and yields each with its outcome, as a transcript has it."""
    values = Values(service.region)
    for call in calls:
        yield {**call, "outcome": _outcome(service, call, values, ledger, account_settings)}


def _outcome(service, call, values, ledger, account_settings):
    if call.get("changesAccount") and not account_settings:
        return {"left out": "it changes a setting of the account"}
    try:
        if "raw" in call:
            raw = values.resolve(call["raw"])
            found = service.send(raw.get("plane", "control"), raw.get("method", "POST"), raw["path"], raw.get("headers", {}), raw.get("body", ""))
            return {**found, "message": redact(found["message"], values.names())}
        return _answer(service, call, values, ledger)
    except MissingAnswer as missing:
        return {"left out": f"there is no {missing}"}


def _answer(service, call, values, ledger):
    operation, members = call["call"], values.resolve(call["with"])
    model = service.model(operation)
    if model is None:
        return {"left out": "this boto3 does not know the operation"}
    unknown = _unknown(members, model.input_shape)
    if unknown:
        return {"left out": f"this boto3 does not know {unknown}"}
    if operation in ("CreateKey", "ImportKey") and "Tags" not in members:
        members = {**members, "Tags": [TAG]}
    try:
        if ledger:
            ledger.before(operation, members)
        answer = _pages(service, operation, members) if call.get("pages") else service.call(operation, members)
        if ledger:
            ledger.after(operation, answer)
    except ClientError as error:
        found = error_of(error)
        return {**found, "message": redact(found["message"], values.names())}
    if "Key" in answer:
        answer["Key"] = service.settled(answer)
    if "name" in call:
        values.keep(call["name"], answer)
    names = values.names()
    outcome = {"answer": shape_of(answer, model.output_shape, names)}
    return {**outcome, "tell": told(answer, call["tell"], names)} if call.get("tell") else outcome


def _pages(service, operation, members):
    answer = service.call(operation, members)
    items = next(name for name, value in answer.items() if isinstance(value, list))
    token = answer.pop("NextToken", None)
    while token:
        more = service.call(operation, {**members, "NextToken": token})
        answer[items] += more[items]
        token = more.get("NextToken")
    return answer


def _unknown(members, shape):
    """The first member that botocore would leave out or fail at."""
    if isinstance(members, dict) and shape.type_name == "structure":
        for name, part in members.items():
            found = name if name not in shape.members else _unknown(part, shape.members[name])
            if found:
                return found
    return None
