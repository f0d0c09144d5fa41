"""Random tables, and what independent libraries say about them.

``python -m differential FOLDER SEED`` writes both; DifferentialTest reads them and asks Slicewise.
"""
