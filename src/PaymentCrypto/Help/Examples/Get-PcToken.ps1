# Setup:
$null = Get-PcImportParameters
$null = Get-PcExportParameters

# Example: See every token
Get-PcToken
# Output:
# Token                         KeyMaterialType Algorithm ValidUntil State
# -----                         --------------- --------- ---------- -----
# export-token-5insknhxdser6jb6 TR34_KEY_BLOCK  RSA_2048  2026-12-25 reusable
# import-token-xhtfvyyea3dchoy5 TR34_KEY_BLOCK  RSA_2048  2026-12-25 reusable

# Example: See the tokens that Clear-PcExpiredToken would destroy
Get-PcToken | Where-Object Expired

# Example: See the import tokens that are reused no more
Get-PcToken -Direction Import | Where-Object { -not $_.Reusable }
