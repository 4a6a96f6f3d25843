# Setup:
$null = Get-PcImportParameters

# Example: Destroy a token that was only made for a test
Get-PcImportParameters | Revoke-PcToken -Confirm:$false

# Example: Destroy every import token without asking, and show them
Get-PcToken -Direction Import | Revoke-PcToken -Confirm:$false -PassThru
# Output:
# Token                         KeyMaterialType Algorithm ValidUntil State
# -----                         --------------- --------- ---------- -----
# import-token-g65zykgn2dgx4saf TR34_KEY_BLOCK  RSA_2048  2026-12-25 reusable
